"""The docket of a case: every claim, who says so, what can test it, and what the test came to.

``docket`` is what the case calls. ``asking`` lists the claims, ``grouping`` puts together those that say the same,
``routes`` says what can test each, ``gathering`` fetches what is recorded, ``testing`` puts each claim in form and to
its test, ``keeping`` keeps what came of it.

Tests by recorded rows, one file per form: ``figures``, ``shares``, ``trends``, ``yearly``, ``differences``, ``firsts``,
<<<<<<< HEAD
``counts``, ``foretold`` (numbers); ``holdings``, ``largest`` (who owns); ``ties``, ``kin``, ``posts``, ``terms``,
``bodies``, ``founded`` (who is tied to whom, since when); ``calendar``, ``dates``, ``moments`` (what happened);
``two_named``, ``outdone``, ``beside_other``, ``only_ahead`` (two set against each other). ``lenses`` puts a claim to
the lenses that answer it, with ``settings``, ``sides``, ``bearings`` and ``mentions`` for what it names.

Putting a claim in form (another wording of the same, never another meaning): ``asides``, ``frames``, ``clauses``,
``hedges``, ``retold``, ``stand_ins``, ``names``, ``short_names``, ``spoken_names``, ``numerals``, ``wordings``. The
=======
``counts``, ``foretold`` (numbers); ``holdings``, ``holding_ends``, ``largest`` (who owns, bought or sold); ``ties``,
``kin``, ``posts``, ``terms``, ``succession``, ``bodies``, ``own_bodies``, ``founded`` (who is tied to whom, and when);
``calendar``, ``told``, ``dates``, ``moments`` (what happened);
``two_named`` (two set against each other). ``lenses`` puts a claim to the lenses that answer it, with ``settings``,
``sides``, ``bearings`` and ``mentions`` for what it names.

Putting a claim in form (another wording of the same, never another meaning): ``asides``, ``frames``, ``clauses``,
``hedges``, ``retold``, ``stand_ins``, ``names``, ``short_names``, ``as_written``, ``numerals``, ``wordings``. The
>>>>>>> e98d215 (Docket: tests of who came after whom, of what was sold, and of events told in other words; the map has the new files)
rest are the words and the rows that these share.
"""
