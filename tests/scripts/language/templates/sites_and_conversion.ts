// @ts-nocheck
const log = console.log;
function t(f) {
  try {
    log(f());
  } catch (e) {
    log(e.name + ": " + e.message);
  }
}
function tag(s,...v){ return s } const site=()=>tag`a${1}b`
log(site()===site(), tag`a${1}b`===tag`a${1}b`, Object.isFrozen(site()), Object.isFrozen(site().raw), site().raw, tag`\unope\n`[0], tag`\unope\n`.raw[0], Object.getOwnPropertyNames(site()), Object.getOwnPropertyDescriptor(site(),'raw').enumerable);
function mk(){ return ()=>tag`x` }
log(mk()()===mk()()); class TT{ m(){ return tag`q` } }
log(new TT().m()===new TT().m()); const loop=[]; for(let i=0;i<2;i++) loop.push(tag`l`)
log(loop[0]===loop[1]); const ob={tag(s){return this===ob}}
log(ob.tag`x`, ob['tag']`y`, (()=>(s,...v)=>v)()`a${1}${2}`);
log(`a${{toString(){return 'ts'},valueOf(){return 'vo'}}}`, 'a'+{toString(){return 'ts'},valueOf(){return 'vo'}})
t(()=>`${Symbol('x')}`)
log(`\u{1F600}\x41\
b`, String.raw`\u{41}${1}\n`);
// expect: true false true true [ 'a', 'b' ] undefined \unope\n [ '0', '1', 'length', 'raw' ] false
// expect: true
// expect: true
// expect: true
// expect: true true [ 1, 2 ]
// expect: ats avo
// expect: TypeError: Cannot convert a Symbol value to a string
// expect: 😀Ab \u{41}1\n
