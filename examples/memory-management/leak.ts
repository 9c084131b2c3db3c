// A leak as scripts have them: a cache at the top of the module that nobody ever empties.
// `tsrun heap examples/memory-management/leak.ts` shows it growing, and `cache` as what holds it at exit.

interface Profile {
  user: string;
  visits: number[];
}

const REQUESTS = 20_000;
const cache = new Map<string, Profile>();

function profileOf(user: string): Profile {
  let profile = cache.get(user);
  if (profile === undefined) {
    profile = { user, visits: [user.length, 0] };
    cache.set(user, profile);
  }
  profile.visits[1]++;
  return profile;
}

let visits = 0;
for (let request = 0; request < REQUESTS; request++) {
  visits += profileOf(`user-${request}`).visits[1];
}

console.log(`requests: ${REQUESTS}, visits: ${visits}`);
console.log(`profiles still in the cache: ${cache.size}`);
