import { wholeHash } from '../base/hash.ts';
import { useLanguage } from '../base/language.ts';
import type { Chain } from './chains.ts';

/** How to check without believing us, and what a check shows and what not. */
export function VerifyMargin({ chain }: { chain: Chain | null }) {
  const say = useLanguage();
  return (
    <>
      <section>
        <h2>{say('verify.about.without')}</h2>
        <p>{say(chain ? 'verify.about.without-words' : 'verify.about.without-any')}</p>
        {chain && (
          <>
            <pre dir="ltr">{wholeHash(chain.hash)}</pre>
            <p>
              <a href={chain.canonicalAddress} download>
                {say('verify.about.download')}
              </a>
            </p>
            {chain.canonicalAddress.startsWith('/p/') && (
              <>
                <p>{say('verify.about.command')}</p>
                <pre dir="ltr">{`npm run verify -- ${location.origin}${chain.canonicalAddress}`}</pre>
              </>
            )}
          </>
        )}
      </section>
      <section>
        <h2>{say('verify.about.shows')}</h2>
        <p>{say('verify.about.shows-words')}</p>
      </section>
    </>
  );
}
