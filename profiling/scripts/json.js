// JSON both ways, with nesting, escapes and numbers.
const value = { list: Array.from({ length: 300 }, (_, i) => ({ id: i, text: "line\n" + i, tags: ["a", "b"], part: i / 8 })) };
let text = "";
for (let i = 0; i < 5; i++) text = JSON.stringify(JSON.parse(JSON.stringify(value)), null, i);
console.log("json", text.length);
