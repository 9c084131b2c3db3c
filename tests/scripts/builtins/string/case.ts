console.log("Hello Wörld".toUpperCase(), "HELLO WÖRLD".toLowerCase(), "ß".toUpperCase(), "İ".toLowerCase().length, "ǆ".toUpperCase(), "ﬁ".toUpperCase()); // expect: HELLO WÖRLD hello wörld SS 2 Ǆ FI
console.log("ΑΣ".toLowerCase(), "ΑΣΒ".toLowerCase(), "Σ".toLowerCase(), "\u{10400}".toLowerCase() === "\u{10428}", "ÿ".toUpperCase(), "µ".toUpperCase()); // expect: ας ασβ σ true Ÿ Μ
console.log("abc".toLocaleUpperCase(), "ABC".toLocaleLowerCase(), "123!".toUpperCase(), "".toLowerCase() === ""); // expect: ABC abc 123! true
