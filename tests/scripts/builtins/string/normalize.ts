const text = "\u1E9B\u0323";
const codes = (s: string) => [...s].map((c) => c.codePointAt(0)!.toString(16)).join(" ");
console.log(codes(text.normalize()), "|", codes(text.normalize("NFD")), "|", codes(text.normalize("NFKC")), "|", codes(text.normalize("NFKD"))); // expect: 1e9b 323 | 17f 323 307 | 1e69 | 73 323 307
console.log("abc".normalize(), "\u00C5".normalize("NFD").length, "A\u030A".normalize() === "\u00C5", "\uD800x".normalize().length); // expect: abc 2 true 2
try { "".normalize("x"); } catch (e) { console.log(String(e)); } // expect: RangeError: The normalization form should be one of NFC, NFD, NFKC, NFKD.
console.log(String.prototype.normalize.length, String.prototype.normalize.call(12 as any)); // expect: 0 12
