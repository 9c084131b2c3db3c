// @ts-nocheck
const log=console.log; function t(f){try{log(f())}catch(e){log(e.name+": "+e.message)}}
class Base { constructor(o){ return o } } class S extends Base { #x=1; #m(){return 'm'} static get(o){return o.#x} static m(o){return o.#m()} static has(o){return #x in o} set(v){} static put(o,v){o.#x=v; return o.#x} }
const traps=[]; const p=new Proxy({}, new Proxy({}, {get(t,k){traps.push(k)}})); new S(p); log(S.get(p), S.m(p), S.has(p), S.put(p,5), traps.length, Reflect.ownKeys(p).length); t(()=>new S(p));
const inst=new S({}); const q=new Proxy(inst,{}); t(()=>S.get(q)); log(S.has(q));
const r=Proxy.revocable({}, {}); r.revoke(); new S(r.proxy); log(S.get(r.proxy));
const f=function(){}; new S(f); log(S.get(f), Reflect.ownKeys(f)); new S(globalThis); log(S.get(globalThis)); const bound=f.bind(); new S(bound); log(S.has(bound), Reflect.ownKeys(bound)); const date=new Map([[1,2]]); new S(date); log(S.get(date), date); const arr=[1,,3]; new S(arr); log(S.m(arr), arr, JSON.stringify(arr)); const sym=Object(Symbol('s')); new S(sym); log(S.get(sym)); const str=new String('ab'); new S(str); log(S.get(str), str, Reflect.ownKeys(str)); const err=new Error('e'); new S(err); log(S.has(err), Object.keys(err)); (function(){ new S(arguments); log(S.get(arguments), arguments) })(1); const gen=(function*(){yield 1})(); new S(gen); log(S.get(gen), gen.next().value); const pr=Promise.resolve(1); new S(pr); log(S.get(pr)); new S(Math); log(S.get(Math)); new S(S); log(S.get(S)); const o2=Object.create(null); new S(o2); log(S.get(o2), o2); const fr=Object.freeze({a:1}); new S(fr); log(S.put(fr,9), fr, Object.isFrozen(fr)); const sealed=Object.seal([1,2]); new S(sealed); log(S.get(sealed), Object.isSealed(sealed)); const dict={}; for(let i=0;i<300;i++) dict['k'+i]=i; new S(dict); for(let i=0;i<300;i++) delete dict['k'+i]; log(S.get(dict), dict); 
const proto={}; new S(proto); const child=Object.create(proto); t(()=>S.get(child)); log(S.has(proto), S.has(child)); Object.setPrototypeOf(proto,{zz:1}); log(S.get(proto)); const copy=Object.assign({},proto), sp={...proto}; log(S.has(copy),S.has(sp)); const {...rest}=inst; log(S.has(rest)); log(Object.getOwnPropertyDescriptors(inst), Object.entries(inst), inst); for (const k in inst) log(k); log(Object.getOwnPropertySymbols(inst).length, JSON.stringify(inst), structuredCloneTest()); function structuredCloneTest(){ return 1 }
class G { #v=1; *gen(){ yield this.#v; this.#v = yield this.#v+1; yield this.#v } async as(){ await null; this.#v++; return this.#v } static #priv=async()=>1; static async s(){ return await G.#priv() } async *ag(){ yield this.#v; for await (const x of [1,2]) this.#v+=x; yield this.#v } #arrow=async()=>{ await 1; return this.#v }; callArrow(){ return this.#arrow() } }
const g=new G(); const it=g.gen(); log(it.next().value,it.next().value,it.next(7).value); g.as().then(v=>log('as',v)); G.s().then(v=>log('s',v)); g.callArrow().then(v=>log('arrow',v)); (async()=>{ for await (const v of g.ag()) log('ag',v) })();
const mk=()=>class { #v=1; *gen(){ yield this.#v++; yield this.#v } async as(){ await 1; return this.#v } }; const M1=mk(), M2=mk(); const i1=new M1().gen(), i2=new M2().gen(); log(i1.next().value,i2.next().value,i1.next().value,i2.next().value); Promise.all([new M1().as(), new M2().as()]).then(v=>log(v));
class D { static #a = 1; static m = () => this.#a; static n(){ return [1,2].map(x=>x+this.#a) } #b = [this.#c()]; #c(){ return 5 } }
log(D.m(), D.n()); class H { #a=1; #b=2; swap(){ [this.#a,this.#b]=[this.#b,this.#a]; return [this.#a,this.#b] } loop(){ const r=[]; for (this.#a of [1,2]) r.push(this.#a); for (this.#b in {x:1}) r.push(this.#b); return r } upd(){ return [this.#a++, ++this.#a, this.#a--, this.#a**=2, this.#a&&=7, this.#b??=1, this.#a||=0] } del(){ try { delete this.x } catch(e){} return this?.#a } tag(){ return this.#t`a${1}` } #t(s,...v){ return s.raw[0]+v+(this instanceof H) } nw(){ return new this.#C(3).v } #C=class{ constructor(v){this.v=v} }; sp(){ return Math.max(...this.#arr) } #arr=[1,5]; cond(){ return this.#a ? this.#b : 0 } ty(){ return typeof this.#t + typeof this.#a } in2(o){ return !(#a in o) && (#a in this === true) } } const h=new H; log(h.swap(),h.loop(),h.upd(),h.del(),h.tag(),h.nw(),h.sp(),h.cond(),h.ty(),h.in2({}));
// expect: 1 m true 5 0 0
// expect: TypeError: Cannot initialize private methods of class S twice on the same object
// expect: TypeError: Cannot read private member #x from an object whose class did not declare it
// expect: false
// expect: 1
// expect: 1 [ 'length', 'name', 'prototype' ]
// expect: 1
// expect: true [ 'length', 'name' ]
// expect: 1 Map(1) { 1 => 2 }
// expect: m [ 1, <1 empty item>, 3 ] [1,null,3]
// expect: 1
// expect: 1 [String: 'ab'] [ '0', '1', 'length' ]
// expect: true []
// expect: 1 [Arguments] { '0': 1 }
// expect: 1 1
// expect: 1
// expect: 1
// expect: 1
// expect: 1 [Object: null prototype] {}
// expect: 9 { a: 1 } true
// expect: 1 true
// expect: 1 {}
// expect: TypeError: Cannot read private member #x from an object whose class did not declare it
// expect: true false
// expect: 1
// expect: false false
// expect: false
// expect: {} [] {}
// expect: 0 {} 1
// expect: 1 2 7
// expect: 1 1 2 2
// expect: 1 [ 2, 3 ]
// expect: [ 2, 1 ] [ 1, 2, 'x' ] [
// expect:   2, 4,   4, 9,
// expect:   7, 'x', 7
// expect: ] 7 a1true 3 5 x functionnumber true
// expect: as 8
// expect: s 1
// expect: arrow 8
// expect: ag 7
// expect: [ 1, 1 ]
// expect: ag 11
