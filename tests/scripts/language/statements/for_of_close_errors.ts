const iter = (methods: object): any => ({ [Symbol.iterator]: () => ({ next: () => ({ value: 1, done: false }), ...methods }) });
const run = (f: () => void) => {
  try {
    f();
    console.log("fine");
  } catch (e) {
    console.log(String(e));
  }
};
run(() => { for (const x of iter({ return() { throw new Error("from return"); } })) break; }); // expect: Error: from return
run(() => { for (const x of iter({ return() { throw new Error("from return"); } })) throw new Error("body wins"); }); // expect: Error: body wins
run(() => { for (const x of iter({ return: () => 1 })) break; }); // expect: TypeError: Iterator result 1 is not an object
run(() => { for (const x of iter({ return: () => 1 })) throw new Error("body wins again"); }); // expect: Error: body wins again
run(() => { for (const x of iter({ return: null })) break; }); // expect: fine
run(() => { for (const x of iter({ next: () => { throw new Error("next: not closed"); }, return() { console.log("closed"); } })); }); // expect: Error: next: not closed
run(() => { for (const x of iter({ next: () => 1 })); }); // expect: TypeError: Iterator result 1 is not an object
