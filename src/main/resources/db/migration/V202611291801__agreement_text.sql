-- Whether the mark of the convention was read on the pages that somebody brought: ours, read, or not found and declared.
alter table agreement_document add mark text not null default 'OURS' check (mark in ('OURS', 'READ', 'UNREAD'));

-- The first text of conventions; a person of the région writes the next ones.
insert into agreement_template (from_year, made_at, body) values (2000, '2000-01-01', $text$
Entre **{région}**, {adresse de la région}, représentée par {autorité}, ci-après « la région académique »,

et **{payeur}**, SIRET {siret}, {adresse}, représentée par {signataire}, {qualité}, ci-après « la collectivité ».

Lorsque plusieurs communes se regroupent et que chacune paie ses écoles, chacune signe sa propre convention.

## Article 1 — Objet

La présente convention dit ce à quoi la région académique et la collectivité s’engagent l’une envers l’autre pour que les écoles publiques de l’article 9 disposent de l’ENT-École pendant l’année scolaire {année} : qui fait quoi, qui décide, et quelles données personnelles sont nécessaires au service.

## Article 2 — Le projet

L’ENT-École est un espace numérique de travail : un lieu de confiance, à accès réservé, qui prolonge l’école et prépare au collège. Il s’adresse aux enseignants, aux élèves, aux directeurs et directrices, aux parents et aux personnels de la collectivité, chacun avec les services qui lui sont destinés :

- des services de communication et de collaboration ;
- des services d’information et de documentation ;
- des services d’accompagnement de la vie de l’élève ;
- des services de production pédagogique et éducative ;
- des services utilitaires de stockage et de gestion.

Il donne accès aux ressources pédagogiques par le gestionnaire d’accès aux ressources (GAR).

## Article 3 — Engagements

### 3.1 La région académique

- met l’ENT-École à disposition des écoles de l’article 9 ;
- forme les équipes, avec les départements et les circonscriptions ;
- assiste les enseignants par les plateformes académiques ;
- ouvre, à la demande de la collectivité, des profils réservés à ses personnels, limités à ses propres espaces ;
- répond des données personnelles des écoles publiques.

### 3.2 La collectivité

- fournit aux écoles l’équipement, sa maintenance et l’accès à Internet ; cet accès est dimensionné d’après le nombre d’élèves qui se connectent en même temps, suivant les préconisations de l’année scolaire ;
- participe chaque année au financement, d’après le nombre d’écoles dont elle a la charge et qui sont inscrites à l’article 9.

## Article 4 — Participation financière

La participation couvre le logiciel, l’assistance et l’accompagnement. Elle est de {tarif} TTC par école et par année scolaire. Elle est versée à réception du titre de perception émis par la région académique au nom de la collectivité.

## Article 5 — Indicateurs

L’usage est suivi par le dispositif national de mesure d’audience (DNMA), à partir de données anonymes : profil, service, moment, durée et type d’appareil. Les résultats servent à l’éditeur, à la cellule nationale et aux instances de pilotage.

## Article 6 — Responsabilité éditoriale

Le directeur ou la directrice est responsable de ce que l’école publie ; le référent de la collectivité, de ce que publie la collectivité dans ses espaces, lorsqu’un portail existe. Chacun veille à la neutralité, à la discrétion professionnelle, à la correction et à la dignité. Rien d’illicite, d’injurieux ou de diffamatoire n’est publié ; la charte acceptée à la première connexion le rappelle.

## Article 7 — Assistance

Les directeurs, les enseignants, les conseillers pédagogiques, les référents numériques et les équipes académiques peuvent signaler une difficulté tous les jours, à toute heure, dans leur périmètre. Les parents s’adressent à l’école.

## Article 8 — Données personnelles

Le responsable de traitement est {responsable}. Les comptes viennent de l’annuaire fédérateur académique, lui-même alimenté par ONDE, que la direction de l’école tient à jour. Chacun peut être informé, accéder à ses données, les faire rectifier, s’opposer à leur traitement, en demander la limitation et laisser des directives pour après sa mort.

## Article 9 — Écoles inscrites et coût

{écoles}

Participation de la collectivité pour l’année scolaire {année} : **{calcul}**.

## Article 10 — Durée

La convention prend effet à la date de la dernière signature. Elle prend fin le {fin}.

## Article 11 — Modification, désaccord et résiliation

Une modification fait l’objet d’un avenant signé par les deux parties.

En cas de désaccord, la partie qui s’estime lésée expose ses griefs par lettre recommandée avec avis de réception, qui vaut mise en demeure. La partie la plus diligente provoque une conciliation dans un délai de {conciliation}. Si elle échoue, la convention peut être résiliée par une seconde lettre recommandée avec avis de réception, motivée ; la résiliation prend effet {préavis} après son envoi. Les sommes versées ou dues restent acquises.

À défaut d’accord amiable dans un délai de {recours} à compter de la date de cette lettre, le litige peut être porté devant le {tribunal}.
$text$);
