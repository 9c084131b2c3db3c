export const value = "imported before anything runs";
