// A `finally` has a say in the completion value only where it is left early; what leaves a statement early has a value.
const values = (...texts: string[]) => console.log(texts.map((text) => String(eval(text))).join(" "));
values("try { 1 } finally { 2 }", "try { throw 1 } catch { 2 } finally { 3 }", "try { 1; throw 2 } catch {}"); // expect: 1 2 undefined
values("5; try {} finally { 6 }", "5; try { null.x } catch {}"); // expect: undefined undefined
values("do { try { 39 } finally { 42; break } } while (false)"); // expect: 42
values("99; do { -99; try { 39 } catch {} finally { break; -2 }; } while (false)"); // expect: undefined
values("do { try { 39 } finally { if (false) { 42; break } } } while (false)"); // expect: 39
values("for (var i = 0; i < 2; ++i) { if (i) { try {} finally { break } } 'bad'; }"); // expect: undefined
values("for (var i = 0; i < 2; ++i) { if (i) { try { throw 1 } catch { break } } 'bad'; }"); // expect: undefined
values("for (var i = 0; i < 2; ++i) { if (i) { try { 7 } finally { continue } } 'bad'; }"); // expect: undefined
values("a: { 1; try { 2; break a } finally { 3 } }", "a: { 1; try { break a } finally { 3 } }"); // expect: 2 undefined
values("switch (1) { case 1: 4; try { break } finally {} }", "a: { 1; { break a } }"); // expect: undefined 1
