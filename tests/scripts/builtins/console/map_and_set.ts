console.log(new Map(), new Set(), new Map<any, any>([["a", 1], [{ k: 1 }, [2]]]), new Set<any>([1, "a", [2], { b: 3 }])); // expect: Map(0) {} Set(0) {} Map(2) { 'a' => 1, { k: 1 } => [ 2 ] } Set(4) { 1, 'a', [ 2 ], { b: 3 } }
console.log(new Map([["outer", new Map([["inner", new Set([1])]])]]), { m: new Map([[1, { a: { b: { c: 1 } } }]]) }); // expect: Map(1) { 'outer' => Map(1) { 'inner' => Set(1) { 1 } } } { m: Map(1) { 1 => { a: [Object] } } }
console.log(new Map([["key one", "a rather long value number one"], ["key two", "a rather long value number two"]])); // expect: Map(2) {
// expect:   'key one' => 'a rather long value number one',
// expect:   'key two' => 'a rather long value number two'
// expect: }
const m: any = new Map([[1, 2]]);
m.extra = true;
console.log(m, new Set(Array.from({ length: 10 }, (_, i) => i))); // expect: Map(1) { 1 => 2, extra: true } Set(10) { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 }
console.log(new Map().entries(), new Map([[1, 2]]).keys(), new Set(["v"]).values(), [1][Symbol.iterator](), "s"[Symbol.iterator]()); // expect: [Map Entries] {  } [Map Iterator] { 1 } [Set Iterator] { 'v' } Object [Array Iterator] {} Object [String Iterator] {}
