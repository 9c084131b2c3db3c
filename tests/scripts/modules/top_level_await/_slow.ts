export const value = await new Promise<string>((resolve) => setTimeout(() => resolve("ready"), 5));
export const later = new Promise<string>((resolve) => setTimeout(() => resolve("done"), 1));
