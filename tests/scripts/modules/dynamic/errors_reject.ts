for (const name of ["bad", "bad", "wrong", "none", "data.json", "broken.json"]) {
  try {
    await import("../_dynamic/" + name);
  } catch (error) {
    console.log((error as Error).name, (error as Error).message.includes("attribute of \"type: json\""));
  }
}
// expect: RangeError false
// expect: RangeError false
// expect: SyntaxError false
// expect: Error false
// expect: TypeError true
// expect: TypeError true
try { await import("../_dynamic/none"); } catch (e) { console.log((e as Error).message); }
// expect: Cannot find module '../_dynamic/none'
try { await import("../_dynamic/broken.json", { with: { type: "json" } }); } catch (e) { console.log((e as Error).name); }
// expect: SyntaxError
try { await import("../_dynamic/data.json", { with: { type: "css" } }); } catch (e) { console.log((e as Error).message); }
// expect: Import attribute "type" with value "css" is not supported
try { await import({ toString() { throw new Error("no text"); } } as any); } catch (e) { console.log((e as Error).message); }
// expect: no text
try { await import("../_dynamic/page"); } catch (e) { console.log((e as Error).message.endsWith("JSX is not supported (option 'jsx')")); }
// expect: true
