console.log(["漢字", "かな", "😀", "é", "e\u0301", "한글", "abc"]); // expect: [
// expect:   '漢字', 'かな',
// expect:   '😀',   'é',
// expect:   'é',    '한글',
// expect:   'abc'
// expect: ]
console.table([{ wide: "漢字", flat: "ab" }]); // expect: ┌─────────┬────────┬──────┐
// expect: │ (index) │ wide   │ flat │
// expect: ├─────────┼────────┼──────┤
// expect: │ 0       │ '漢字' │ 'ab' │
// expect: └─────────┴────────┴──────┘
