const lone = "a\ud800b", fine = "a😀";
console.log((lone as any).isWellFormed(), (fine as any).isWellFormed(), (lone as any).toWellFormed() === "a\ufffdb", (fine as any).toWellFormed() === fine, ("\udc00\ud800" as any).toWellFormed().length); // expect: false true true true 2
