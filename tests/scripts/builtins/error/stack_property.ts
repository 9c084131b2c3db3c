// The text is made when somebody asks first, from what the error says then; later changes are not in it.
const e = new Error("before");
e.message = "changed";
e.name = "Renamed";
console.log(e.stack!.split("\n")[0]); // expect: Renamed: changed
e.message = "again";
console.log(e.stack!.split("\n")[0], e.message); // expect: Renamed: changed again
e.stack = "mine";
console.log(e.stack, Object.keys(e)); // expect: mine [ 'name' ]
console.log(new Error("two\nlines").stack!.split("\n").slice(0, 2)); // expect: [ 'Error: two', 'lines' ]

function deep(n: number): Error { return n === 0 ? new Error("deep") : deep(n - 1); }
console.log((Error as any).stackTraceLimit, deep(50).stack!.split("\n").length); // expect: 10 11
(Error as any).stackTraceLimit = 3;
console.log(deep(50).stack!.split("\n").length); // expect: 4
(Error as any).stackTraceLimit = 0;
console.log(deep(50).stack); // expect: Error: deep
(Error as any).stackTraceLimit = "none";
console.log(deep(5).stack); // expect: undefined
(Error as any).stackTraceLimit = 10;

const target: any = { name: "T", message: "m" };
(Error as any).captureStackTrace(target);
console.log(target.stack.split("\n")[0], Object.keys(target)); // expect: T: m [ 'name', 'message' ]
function hidden(o: object) { (Error as any).captureStackTrace(o, hidden); }
function visible(o: any) { hidden(o); return o.stack.split("\n")[1].trim().split(" ")[1]; }
console.log(visible({})); // expect: visible
console.log(typeof Object.create(new Error("proto")).stack); // expect: string
