console.log(import.meta.main, import.meta.filename.endsWith("/dynamic/meta.ts")); // expect: true true
console.log(import.meta.url === "file://" + import.meta.filename); // expect: true
console.log(import.meta.resolve("../_dynamic/counter").endsWith("/_dynamic/counter.ts")); // expect: true
console.log(Object.getPrototypeOf(import.meta)); // expect: null
const meta = import.meta;
console.log((() => import.meta === meta)()); // expect: true
