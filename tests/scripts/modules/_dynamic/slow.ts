export const v = await new Promise((resolve) => setTimeout(resolve, 5, "slow"));
console.log("slow done");
