const message = (f: () => unknown) => {
  try {
    f();
  } catch (error) {
    console.log((error as Error).message);
  }
};
const n: any = { m() {} };
message(() => Math.max(...n)); // expect: n is not iterable
message(() => Math.max(1, ...n.x)); // expect: n.x is not iterable
message(() => new Array(...n.m())); // expect: n.m is not a function or its return value is not iterable
message(() => Array.from({ [Symbol.iterator]: n }));
// expect: %Array%.from requires that the property of the first argument, items[Symbol.iterator], when exists, be a function
message(() => (new Proxy({}, { get: 5 as any }) as any).x);
// expect: '5' returned for property 'get' of object '#<Object>' is not a function
message(() => Object.preventExtensions(new Proxy({}, { preventExtensions: () => true })));
// expect: 'preventExtensions' on proxy: trap returned truish but the proxy target is extensible
message(() => new (new Proxy(class {}, { construct: () => 5 as any }))());
// expect: 'construct' on proxy: trap returned non-object ('5')
message(() => (`text` as any).foo()); // expect: "text".foo is not a function
message(() => (0, eval)("function() {}")); // expect: Function statements require a function name
message(() => (0, eval)("`${a")); // expect: Missing } in template expression
