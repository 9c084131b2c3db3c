;;;
let a = 1
let b = a
++b
console.log(a, b) // expect: 1 2
const f = () => {
  return
  42
}
console.log(f()) // expect: undefined
const c = a
+ b
console.log(c) // expect: 3
if (a) ; else console.log("never")
const s = `x`
;[1, 2].forEach((n) => console.log(n)) // expect: 1
// expect: 2
