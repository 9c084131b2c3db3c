var total = 1;
function twice(x) { return x * 2; }
let local = twice(total);
total = local;
if (total) { local; } else { total; }
