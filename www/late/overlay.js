export async function begin() { return undefined; }
