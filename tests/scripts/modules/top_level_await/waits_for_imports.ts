import { value, later } from "./_slow";
console.log(value, await later); // expect: ready done
console.log(await Promise.all([1, Promise.resolve(2)])); // expect: [ 1, 2 ]
for await (const x of [Promise.resolve("a")]) console.log(x); // expect: a
const result = await (async () => { try { return await Promise.reject(new Error("no")); } catch (e) { return e.message; } })();
console.log(result); // expect: no
export {};
