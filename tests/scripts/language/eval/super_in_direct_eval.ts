// @ts-nocheck
function t(f){try{console.log(f())}catch(e){console.log(e.name+": "+e.message)}}
class A { constructor(...a){ this.a=a } m(){ return 'A.m' } get g(){ return 'A.g'+this.z } static s(){ return 'A.s' } }
class B extends A { #p = 1; f = eval("super.m()"); static sf = eval("super.s()"); static { this.blk = eval("(()=>super.s())()") } constructor(c,...r){ eval(c); } m(c){ return eval(c) } get g(){ return eval("super.g") } arrow = (c)=>eval(c); p(){ return this.#p } static s(c){ return eval(c) } z = 5 }
t(()=>{ const b=new B("super(1,2)"); return JSON.stringify(b)+b.p()+b.m("super.m()")+b.g+b.arrow("super.m()") }); t(()=>B.sf+B.blk+B.s("super.s()")); t(()=>new B("1")); t(()=>new B("super(); super()")); t(()=>new B("(()=>super(3))()").a); t(()=>new B("eval('super(4)')").a); t(()=>new B("this")); t(()=>new B("super(...r, new.target.name)", 5).a); t(()=>new B("super()").m("super()")); t(()=>new B("super()").m("eval('super.m()')")); t(()=>new B("super()").m("super.zz = 3, this.zz")); t(()=>new B("super()").m("delete super.x")); t(()=>new B("super()").m("super['m']()")); t(()=>new B("super()").m("function f(){ super.m() }"));
t(()=>(0,eval)("super.x")); function plain(){ return eval("super.x") } t(plain); const o={ __proto__:{ q(){ return 'oq' } }, q(){ return eval("super.q()") }, get w(){ return eval("super.q()") }, f: function(){ return eval("super.q()") }, a: ()=>eval("super.q()") }; t(()=>o.q()); t(()=>o.w); t(()=>o.f()); t(()=>o.a()); class C { constructor(){ eval("super()") } } t(()=>new C); class D extends A { constructor(){ super(); return eval("({r:super.m()})") } } t(()=>new D().r); class E extends A { constructor(x=eval("super(9)")){ } } t(()=>new E().a);
class F extends A { h = 1; #y = 2; constructor(){ if (false) super(); eval("super()"); } y(){ return this.#y+this.h } } t(()=>new F().y()); class G extends A { constructor(){ super(); eval("1") } h = 3 } t(()=>new G().h); class H extends A { constructor(){ const f=()=>{ eval("super(7)") }; f(); this.ok=1 } h=this.a[0] } t(()=>JSON.stringify(new H));
// expect: {"a":[1,2],"f":"A.m","z":5}1A.mA.g5A.m
// expect: A.sA.sA.s
// expect: ReferenceError: Must call super constructor in derived class before accessing 'this' or returning from derived constructor
// expect: ReferenceError: Super constructor may only be called once
// expect: [ 3 ]
// expect: [ 4 ]
// expect: ReferenceError: Must call super constructor in derived class before accessing 'this' or returning from derived constructor
// expect: [ 5, 'B' ]
// expect: SyntaxError: 'super' keyword unexpected here
// expect: A.m
// expect: 3
// expect: ReferenceError: Unsupported reference to 'super'
// expect: A.m
// expect: SyntaxError: 'super' keyword unexpected here
// expect: SyntaxError: 'super' keyword unexpected here
// expect: SyntaxError: 'super' keyword unexpected here
// expect: oq
// expect: oq
// expect: SyntaxError: 'super' keyword unexpected here
// expect: SyntaxError: 'super' keyword unexpected here
// expect: SyntaxError: 'super' keyword unexpected here
// expect: A.m
// expect: [ 9 ]
// expect: 3
// expect: 3
// expect: {"a":[7],"h":7,"ok":1}
