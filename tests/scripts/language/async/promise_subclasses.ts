// `await` takes a native promise as it is only if its constructor is %Promise%.
const log = [];
class Sub extends Promise {}
const sub = new Sub((resolve) => resolve("sub"));
Object.defineProperty(sub, "then", { value(...args) { log.push("then"); return Promise.prototype.then.apply(this, args); } });
log.push(await sub);
const own = Promise.resolve("own");
Object.defineProperty(own, "constructor", { get() { log.push("constructor"); return Promise; } });
log.push(await own);
const failing = Promise.resolve(1);
Object.defineProperty(failing, "constructor", { get() { throw "from the getter"; } });
try { await failing; } catch (e) { log.push(e); }
const patched = Promise.resolve("patched");
patched.then = () => log.push("never called");
log.push(await patched);
for (const line of log) console.log(line); // expect: then
// expect: sub
// expect: constructor
// expect: own
// expect: from the getter
// expect: patched
