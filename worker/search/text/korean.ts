/**
 * Korean particles and the endings that follow nouns like particles do, longest first.
 * Only what can be cut without a dictionary; 이/가 and the like need a stem of two syllables or more,
 * because shorter ones are words of their own far too often (고가, 아이).
 */
const particles = [
  '에서부터',
  '으로부터',
  '에게서',
  '한테서',
  '이라도',
  '이라는',
  '이랑은',
  '에서',
  '에게',
  '한테',
  '께서',
  '으로',
  '까지',
  '부터',
  '처럼',
  '보다',
  '이나',
  '이랑',
  '라도',
  '라는',
  '마다',
  '조차',
  '밖에',
  '만큼',
  '대로',
  '이고',
  '인데',
  '이면',
  '에는',
  '에도',
  '으론',
  '은',
  '는',
  '이',
  '가',
  '을',
  '를',
  '의',
  '에',
  '께',
  '로',
  '와',
  '과',
  '도',
  '만',
  '나',
  '랑',
  '들',
] as const

/** The word without its particle; unchanged when cutting would leave fewer than two syllables. */
export function stripParticle(word: string): string {
  for (const particle of particles) {
    if (word.length - particle.length >= 2 && word.endsWith(particle)) {
      return word.slice(0, -particle.length)
    }
  }
  return word
}
