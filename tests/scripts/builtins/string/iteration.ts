console.log([..."aé😀\ud83d"].map((c) => c.length), Array.from("abc", (c) => c + c)); // expect: [ 1, 1, 2, 1 ] [ 'aa', 'bb', 'cc' ]
const it = "ab"[Symbol.iterator]();
console.log(it.next(), it.next(), it.next(), [...it]); // expect: { value: 'a', done: false } { value: 'b', done: false } { value: undefined, done: true } []
let text = "";
for (const c of "x😀y") text += `[${c}]`;
console.log(text); // expect: [x][😀][y]
