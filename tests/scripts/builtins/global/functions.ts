console.log(typeof globalThis, globalThis.globalThis === globalThis, undefined, NaN, Infinity, typeof parseInt, (globalThis as any).Array === Array); // expect: object true undefined NaN Infinity function true
console.log(encodeURIComponent("a b&c/é😀?"), encodeURI("http://x.y/a b?q=é#h"), decodeURIComponent("%F0%9F%98%80%20a"), decodeURI("%20%2F"), encodeURIComponent("-_.!~*'()")); // expect: a%20b%26c%2F%C3%A9%F0%9F%98%80%3F http://x.y/a%20b?q=%C3%A9#h 😀 a  %2F -_.!~*'()
for (const f of [() => decodeURIComponent("%"), () => decodeURIComponent("%FF"), () => encodeURIComponent("\ud800")]) {
  try {
    f();
  } catch (e) {
    console.log(String(e)); // expect: URIError: URI malformed
    // expect: URIError: URI malformed
    // expect: URIError: URI malformed
  }
}
