let rounds = 0;
try {
  for (const i = 0; i < 3; (i as any)++) rounds++;
} catch (e) {
  console.log(String(e), rounds); // expect: TypeError: Assignment to constant variable. 1
}
