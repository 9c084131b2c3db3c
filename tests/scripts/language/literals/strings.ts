console.log('single "quoted"', "double 'quoted'", "esc \\ \' \" \b|\f|\v|".length, "\x41\u0042\u{43}\u{1F600}"); // expect: single "quoted" double 'quoted' 16 ABC😀
const continued = "line\
 continued";
console.log(continued, "\0".length, "a\tb\nc".split("\n"), "\q\-\/"); // expect: line continued 1 [ 'a\tb', 'c' ] q-/
console.log("\u{0}".charCodeAt(0), "\u2028".length, "é".length, "😀".length, "\ud83d\ude00" === "😀"); // expect: 0 1 1 2 true
