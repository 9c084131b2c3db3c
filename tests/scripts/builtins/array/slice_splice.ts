const a = [1, 2, 3, 4, 5];
console.log(a.slice(), a.slice(2), a.slice(-2), a.slice(1, -1), a.slice(3, 1), a.slice(NaN, "2" as any), a.slice(-100, 100)); // expect: [ 1, 2, 3, 4, 5 ] [ 3, 4, 5 ] [ 4, 5 ] [ 2, 3, 4 ] [] [ 1, 2 ] [ 1, 2, 3, 4, 5 ]
console.log(a.splice(1, 2), a, a.splice(-1), a, a.splice(1, 0, 8, 9), a, a.splice(0), a, a.splice(0, 1, "x" as any), a); // expect: [ 2, 3 ] [ 'x' ] [ 5 ] [ 'x' ] [] [ 'x' ] [ 1, 8, 9, 4 ] [ 'x' ] [] [ 'x' ]
console.log([1, 2, 3].splice(), [1, 2, 3].splice(undefined as any), [1, 2, 3].splice(1, undefined as any), [1, , 3].slice(0, 2)); // expect: [] [ 1, 2, 3 ] [] [ 1, <1 empty item> ]
