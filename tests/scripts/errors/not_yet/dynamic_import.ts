const m = import("./x.ts"); // expect syntax error: import
