import * as ns from "./_index_names.ts"; // expect: ReferenceError: Cannot access '7' before initialization
const names: any = ns;
console.log(names[0], names["1"], names[2], names["-1"], names[7]); // expect: 0 1 undefined 2 8
names.change();
console.log(names[1], 0 in names, 2 in names, Object.keys(names).join()); // expect: 2 true false 0,1,7,-1,change,first,second
for (const attempt of [() => (names[0] = 1), () => (names[2] = 1), () => delete names[0], () => delete names[2]]) {
  try {
    console.log(attempt());
  } catch (error) {
    console.log((error as Error).name);
  }
}
// expect: TypeError
// expect: TypeError
// expect: TypeError
// expect: true
console.log(Reflect.set(names, 1, 1), Reflect.has(names, 1), Reflect.deleteProperty(names, 1)); // expect: false true false
console.log(JSON.stringify(Object.getOwnPropertyDescriptor(names, 0))); // expect: {"value":0,"writable":true,"enumerable":true,"configurable":false}
console.log(JSON.stringify(Object.entries(names).slice(0, 2)), { ...names }[1]); // expect: [["0",0],["1",2]] 2
