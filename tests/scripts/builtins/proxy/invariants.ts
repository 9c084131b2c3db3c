// What traps return is checked against the target.
const fixed = Object.freeze({ x: 1 }) as any;
function check(method: keyof ProxyHandler<any>, result: unknown, use: (proxy: any) => unknown) {
  try {
    return String(use(new Proxy(fixed, { [method]: () => result })));
  } catch (e) {
    return (e as Error).message;
  }
}
console.log(check("get", 2, (p) => p.x)); // expect: 'get' on proxy: property 'x' is a read-only and non-configurable data property on the proxy target but the proxy did not return its actual value (expected '1' but got '2')
console.log(check("set", true, (p) => (p.x = 2))); // expect: 'set' on proxy: trap returned truish for property 'x' which exists in the proxy target as a non-configurable and non-writable data property with a different value
console.log(check("set", false, (p) => (p.y = 2))); // expect: 'set' on proxy: trap returned falsish for property 'y'
console.log(check("has", false, (p) => "x" in p)); // expect: 'has' on proxy: trap returned falsish for property 'x' which exists in the proxy target as non-configurable
console.log(check("deleteProperty", true, (p) => delete p.x)); // expect: 'deleteProperty' on proxy: trap returned truish for property 'x' which is non-configurable in the proxy target
console.log(check("deleteProperty", false, (p) => delete p.x)); // expect: 'deleteProperty' on proxy: trap returned falsish for property 'x'
console.log(check("defineProperty", false, (p) => Object.defineProperty(p, "y", {}))); // expect: 'defineProperty' on proxy: trap returned falsish for property 'y'
console.log(check("defineProperty", true, (p) => Object.defineProperty(p, "y", {}))); // expect: 'defineProperty' on proxy: trap returned truish for adding property 'y'  to the non-extensible proxy target
console.log(check("ownKeys", [], (p) => Object.keys(p))); // expect: 'ownKeys' on proxy: trap result did not include 'x'
console.log(check("ownKeys", ["x", "x"], (p) => Object.keys(p))); // expect: 'ownKeys' on proxy: trap returned duplicate entries
console.log(check("ownKeys", ["x", 1], (p) => Object.keys(p))); // expect: 1 is not a valid property name
console.log(check("getPrototypeOf", null, (p) => Object.getPrototypeOf(p))); // expect: 'getPrototypeOf' on proxy: proxy target is non-extensible but the trap did not return its actual prototype
console.log(check("setPrototypeOf", false, (p) => Object.setPrototypeOf(p, null))); // expect: 'setPrototypeOf' on proxy: trap returned falsish for property 'undefined'
console.log(check("isExtensible", true, (p) => Object.isExtensible(p))); // expect: 'isExtensible' on proxy: trap result does not reflect extensibility of proxy target (which is 'false')
console.log(check("preventExtensions", false, (p) => Object.preventExtensions(p))); // expect: 'preventExtensions' on proxy: trap returned falsish
console.log(check("getOwnPropertyDescriptor", undefined, (p) => Object.getOwnPropertyDescriptor(p, "x"))); // expect: 'getOwnPropertyDescriptor' on proxy: trap returned undefined for property 'x' which is non-configurable in the proxy target
console.log(check("getOwnPropertyDescriptor", { configurable: true }, (p) => Object.getOwnPropertyDescriptor(p, "x"))); // expect: 'getOwnPropertyDescriptor' on proxy: trap returned descriptor for property 'x' that is incompatible with the existing property in the proxy target
console.log(check("get", 1, (p) => p.x)); // expect: 1
const { proxy, revoke } = Proxy.revocable<any>({}, {});
revoke();
try { proxy.x; } catch (e) { console.log((e as Error).message); } // expect: Cannot perform 'get' on a proxy that has been revoked
try { Array.isArray(proxy); } catch (e) { console.log((e as Error).message); } // expect: Cannot perform 'IsArray' on a proxy that has been revoked
console.log(typeof proxy, [proxy]); // expect: object [ <Revoked Proxy> ]
try { new Proxy(1 as any, {}); } catch (e) { console.log((e as Error).message); } // expect: Cannot create proxy with a non-object as target or handler
console.log("prototype" in Proxy, Proxy.length, Proxy.name); // expect: false 2 Proxy
