import { Level, base } from "./_levels";
const ten = 10;
const text = "t";
const typed: number = 3;
let changing = 4;
enum A {
  a = Level.high,
  b,
  c = ten * 2,
  d,
  e = text,
  f = `${text}${ten}`,
  g = base,
  h,
  i = typed,
  j = changing,
}
console.log(A.b, A.d, A.e, A.f, A.h); // expect: 17 21 t t10 101
console.log(Object.keys(A).join()); // expect: 3,4,16,17,20,21,100,101,a,b,c,d,e,f,g,h,i,j
enum B {
  none = A.c,
  next,
  more = B.next + Level.low,
}
console.log(B.next, B.more, B[22]); // expect: 21 22 more
