const deep = { list: Array.from({ length: 50 }, (_, i) => ({ id: i, name: "n" + i, tags: ["a", i], nested: { ok: i % 2 === 0, none: null } })), text: "línea\n\t\"q\"" };
const text = JSON.stringify(deep);
console.log(text.length, JSON.stringify(JSON.parse(text)) === text, JSON.parse(text).list[49]); // expect: 3629 true {
// expect:   id: 49,
// expect:   name: 'n49',
// expect:   tags: [ 'a', 49 ],
// expect:   nested: { ok: false, none: null }
// expect: }
let nested: any = 1;
for (let i = 0; i < 500; i++) nested = i % 2 ? [nested] : { n: nested };
console.log(JSON.stringify(JSON.parse(JSON.stringify(nested))) === JSON.stringify(nested), String(JSON), JSON[Symbol.toStringTag]); // expect: true [object JSON] JSON
