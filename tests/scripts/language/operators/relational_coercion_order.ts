const spy = (name: string, value: any): any => ({ valueOf() { console.log(name); return value; } });
console.log(spy("left", 1) < spy("right", 2)); // expect: left
// expect: right
// expect: true
console.log(spy("left", 1) > spy("right", 2)); // expect: left
// expect: right
// expect: false
console.log(spy("left", "b") <= spy("right", "a")); // expect: left
// expect: right
// expect: false
