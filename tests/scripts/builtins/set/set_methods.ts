const a = new Set([1, 2, 3, 4]), b = new Set([3, 4, 5]);
const S = a as any;
console.log(S.union(b), S.intersection(b), S.difference(b), S.symmetricDifference(b)); // expect: Set(5) { 1, 2, 3, 4, 5 } Set(2) { 3, 4 } Set(2) { 1, 2 } Set(3) { 1, 2, 5 }
console.log(S.isSubsetOf(b), new Set([3]).isSubsetOf(b as any), S.isSupersetOf(new Set([1, 2])), S.isDisjointFrom(new Set([9])), S.isDisjointFrom(b)); // expect: false true true true false
console.log(S.union(new Map([["k", 1]])), new Set([5, 4, 3]).intersection(a as any), a, b); // expect: Set(5) { 1, 2, 3, 4, 'k' } Set(2) { 4, 3 } Set(4) { 1, 2, 3, 4 } Set(3) { 3, 4, 5 }
