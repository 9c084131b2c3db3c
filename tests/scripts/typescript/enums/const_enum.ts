const enum Size { Small = 1, Large = Small * 100, Text = "t" }
const pick = (s: Size) => (s === Size.Large ? "large" : "other");
console.log(Size.Small, Size.Large, Size["Text"], pick(Size.Large), pick(Size.Small)); // expect: 1 100 t large other
