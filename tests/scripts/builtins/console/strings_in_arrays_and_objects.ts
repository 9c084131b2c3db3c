console.log(["a".repeat(90)], { k: "line\nbreak" }, ["it's"], { "a b": 1, "c-d": 2, valid_1: 3, $x: 4, 1: 5, "2x": 6, é: 7 }); // expect: [
// expect:   'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'
// expect: ] { k: 'line\nbreak' } [ "it's" ] { '1': 5, 'a b': 1, 'c-d': 2, valid_1: 3, '$x': 4, '2x': 6, 'é': 7 }
