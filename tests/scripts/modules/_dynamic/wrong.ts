export let = 1;
