// As in Node, so that programs can tell a module that is missing from one that fails.
for (const specifier of ["./nowhere.ts", "no-such-package", "#nothing", "node:fs", "./_throws.ts"]) {
  const error: any = await import(specifier).catch((reason) => reason);
  console.log(error.name, error.code, Object.keys(error));
}
// expect: Error ERR_MODULE_NOT_FOUND [ 'code' ]
// expect: Error ERR_MODULE_NOT_FOUND [ 'code' ]
// expect: TypeError ERR_PACKAGE_IMPORT_NOT_DEFINED [ 'code' ]
// expect: Error ERR_UNKNOWN_BUILTIN_MODULE [ 'code' ]
// expect: RangeError undefined []
console.log(import.meta.resolve("./not/there.ts").endsWith("/dynamic/not/there.ts")); // expect: true
const load = new Function("name", "return import(name)");
console.log(Object.keys(await load("./_named.ts"))); // expect: [ 'named' ]
