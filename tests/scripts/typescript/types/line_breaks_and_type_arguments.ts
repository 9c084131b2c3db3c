let x = 1
type T = string
interface I { a: number
  b: string, c?: boolean; d(): void }
const y = x as
  number
const z = <number>
  x
console.log(y, z) // expect: 1 1
abstract class A {}
declare const w: number
console.log(typeof w) // expect: undefined
