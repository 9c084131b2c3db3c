const at = (o: any, k: any) => o[k];
const list = [10, 20, 30], text = "abc", plain: any = { 1: "one", a: "A" }, map: any = Object.create({ 1: "inherited" });
for (let i = 0; i < 2; i++) console.log(at(list, 1), at(text, 1), at(plain, 1), at(map, 1), at(plain, "a"), at(list, "1"), at(list, "length"), at(list, -1), at(list, 1.5), at(text, 9)); // expect: 20 b one inherited A 20 3 undefined undefined undefined
// expect: 20 b one inherited A 20 3 undefined undefined undefined
