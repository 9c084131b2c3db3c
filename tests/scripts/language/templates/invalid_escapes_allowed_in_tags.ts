const tag = (s: TemplateStringsArray) => [s[0], s.raw[0]];
console.log(tag`\unicode and \xerxes`, tag`ok`); // expect: [ undefined, '\\unicode and \\xerxes' ] [ 'ok', 'ok' ]
