package fr.preau;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
@SpringBootApplication
public class Preau { public static void main(String[] a){ SpringApplication.run(Preau.class,a);} }
