import "./_throws/bad.ts"; // expect error: Error: from the imported module
console.log("never printed");
