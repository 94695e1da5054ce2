"""The docket of a case: every claim, who says so, what can test it, and what the test came to.

``docket`` is what the case calls. ``asking`` lists the claims, ``grouping`` puts together those that say the same,
``routes`` says what can test each, ``gathering`` fetches what is recorded, ``testing`` puts each claim in form and to
its test, ``joining`` makes one outcome of several, ``keeping`` keeps what came of it, ``shown`` says what each is about
in few words, ``private_minds`` what nobody can know. Of ``testing``, ``meant`` tries whom a claim means, ``in_form``
puts it in form and ``by_kind`` to the recorded rows of its kind.

Tests by recorded rows, one file per form: ``figures`` (``figures_told``: without their names), ``shares`` (with
``stages``, ``stage_forms``, ``part_verbs``, ``of_now``), ``ranks``, ``trends``, ``yearly``, ``unchanged``,
``monthly``, ``open_ended``, ``over_time``, ``differences``, ``firsts``, ``counts``, ``foretold``, ``each_year``,
``overtaken`` (numbers); ``holdings``, ``majorities``, ``no_majority``, ``holding_ends``, ``largest`` (who owns,
bought or sold); ``ties``, ``kin``, ``kin_meant``, ``posts``, ``terms``, ``succession``, ``bodies``, ``own_bodies``,
``founded`` (who is tied to whom, and when); ``calendar``, ``told``, ``nominal_events``, ``event_words``,
``same_event`` (by ``other_words``), ``dates``, ``moments`` (what happened); ``two_named``, ``outdone``,
``beside_other``, ``only_ahead`` (two set against each other). ``lenses`` puts a claim to the lenses that answer it,
with ``settings``, ``sides``, ``side_names``, ``treated``, ``in_concert``, ``evens``, ``bearings`` and ``mentions``
for what it names; ``things_asked``, ``two_rates`` and ``rates_told`` part one that asks for several.

Putting a claim in form (another wording of the same, never another meaning): ``asides``, ``frames``, ``clauses``,
``hedges``, ``retold``, ``stand_ins``, ``first_person``, ``speaking_for`` (whose "we" is), ``names``,
``short_names``, ``short_firms``, ``quoted`` (a row in the words of its quote), ``rows_told``, ``apposed``,
``as_written`` (names of ties and events), ``spoken_names`` (names of numbers), ``numerals``, ``wordings``,
``app_wordings``, ``decision_wordings``, ``alike_wordings``, ``feed_wordings``, ``concert_wordings``,
``rank_wordings``, ``standings``, ``rises`` (with ``sizes``, ``plain_moves``), ``role_wordings``,
``power_wordings``, ``from_to`` (which two years), ``countrywide`` (whose market); by the ``surroundings`` of a
claim ``around_bodies`` (whose a figure is), ``around_apps``, ``around_names``, ``around_ties``, ``around_stakes``,
``around_parties`` (whom "she" and "the fund" mean) and ``said_before`` ("that year"). Of Chinese ones
``chinese_names``, ``chinese_speakers``, ``chinese_firms`` (which firm 公司 is), ``chinese_markets`` (of which market
a share is) and ``chinese_measures`` (of which good 产量 is). The rest are the words and the rows that these share.
"""
